/** What the embedded page says of itself: how high its chart is, in CSS pixels. */
const heightOf = (data: unknown): number | null => {
	const { corpuscopeHeight } = (data ?? {}) as { corpuscopeHeight?: unknown };
	return typeof corpuscopeHeight === 'number' && corpuscopeHeight > 0 && corpuscopeHeight < 10_000
		? corpuscopeHeight
		: null;
};

/** The address of one chart on the page of a dataset; `null` without a page over HTTP. */
function addressOf(element: Element): string | null {
	const src = element.getAttribute('src') ?? '';
	if (src === '' || !URL.canParse(src, document.baseURI)) return null;
	const address = new URL(src, document.baseURI);
	if (!/^https?:$/.test(address.protocol)) return null;
	address.search = element.getAttribute('filters') ?? '';
	address.searchParams.set('embed', element.getAttribute('chart') ?? 'trend');
	return address.href;
}

function define(): void {
	/** `<corpuscope-chart src="http://localhost:4173/" chart="trend" filters="date=2024">` */
	class CorpuscopeChart extends HTMLElement {
		static readonly observedAttributes = ['src', 'chart', 'filters', 'title'];
		readonly #frame = document.createElement('iframe');
		readonly #hear = ({ source, data }: MessageEvent) => {
			const height = source === this.#frame.contentWindow ? heightOf(data) : null;
			if (height !== null) this.#frame.style.height = `${height}px`;
		};

		constructor() {
			super();
			Object.assign(this.#frame.style, { display: 'block', width: '100%', height: '620px', border: '0' });
			this.attachShadow({ mode: 'open' }).append(this.#frame);
			this.style.display = 'block';
		}

		connectedCallback(): void {
			addEventListener('message', this.#hear);
			this.#show();
		}

		disconnectedCallback(): void {
			removeEventListener('message', this.#hear);
		}

		attributeChangedCallback(): void {
			if (this.isConnected) this.#show();
		}

		#show(): void {
			const address = addressOf(this);
			this.#frame.title = this.getAttribute('title') ?? 'A chart of papers';
			if (address === null) this.#frame.removeAttribute('src');
			else if (this.#frame.src !== address) this.#frame.src = address;
		}
	}
	customElements.define('corpuscope-chart', CorpuscopeChart);
}

// Programs without a page may import this, too: frameworks render on servers.
if (typeof customElements !== 'undefined' && !customElements.get('corpuscope-chart')) define();
