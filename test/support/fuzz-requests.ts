import { rawRequest, requestText } from './raw-request.ts';
import { randomSource } from './random.ts';

const methods = [
	'GET',
	'GET',
	'GET',
	'HEAD',
	'POST',
	'PUT',
	'TRACE',
	'OPTIONS',
	'CONNECT',
	'PRI',
	'get',
	'X'
];
const paths = [
	...['/', '/index.html', '/about', '/about/', '//about', '/data.duckdb', '/nowhere', '*', 'about', '/.env'],
	...['/%', '/%00', '/%2e%2e/%2e%2e/etc/passwd', '/..\\..\\x', '/a?b#c', '/?', '/%F0%9F', '/data.duckdb/x'],
	...['http://localhost/about/', 'http://other.test/', 'http://', '/\xff\xfe', `/${'a/'.repeat(700)}`],
	...[`/${'x'.repeat(5000)}`, '/about/%2e', '/about//', '/data.duckdb%20', '/;x', '/[::1]']
];
const numbers = ['0', '1', '2', '5', '9', '10', '99', '00', '-1', '', '9007199254740993', '1e3', 'x', '٣'];
const units = ['bytes=', 'bytes=', 'bytes=', 'Bytes=', 'bytes =', 'bytes', 'lines=', '=', ''];
const validators = [
	'"x"',
	'W/"x"',
	'*',
	'"',
	'""',
	'x',
	'Thu, 01 Jan 1970 00:00:00 GMT',
	'0',
	'"a","b',
	'\xff'
];
const dates = [
	'Thu, 01 Jan 1970 00:00:00 GMT',
	'Fri, 31 Dec 9999 23:59:59 GMT',
	'yesterday',
	'',
	'-1',
	'NaN'
];
const hosts = [
	'localhost',
	'localhost',
	'127.0.0.1:1',
	'[::1]',
	'evil.test',
	'',
	'localhost.evil.test',
	'a b'
];

/** Answers that were not what a server may say, of so many seeded requests: empty when all is well. */
export async function fuzzRequests(address: string, rounds: number, seed: number): Promise<string[]> {
	const random = randomSource(seed);
	const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
	const maybe = (header: string, value: () => string) => (random() < 0.35 ? { [header]: value() } : {});
	const range = () => `${pick(numbers)}-${pick(numbers)}`;
	const ranges = () =>
		Array.from({ length: 1 + Math.floor(random() ** 4 * 40) }, range).join(pick([',', ', ']));
	const request = () =>
		requestText(
			pick(paths),
			{
				Host: pick(hosts),
				...maybe('Range', () => pick(units) + ranges()),
				...maybe('If-Range', () => pick([...validators, ...dates])),
				...maybe('If-Match', () => pick(validators)),
				...maybe('If-None-Match', () => pick(validators)),
				...maybe('If-Modified-Since', () => pick(dates)),
				...maybe('If-Unmodified-Since', () => pick(dates)),
				...maybe('Accept-Encoding', () => pick(['gzip', 'br;q=9', '*;q=0', '\x01'])),
				...maybe('Content-Length', () => pick(['0', '5', '-1', 'x', '1,1'])),
				...maybe('Transfer-Encoding', () => pick(['chunked', 'gzip', 'x'])),
				...maybe('Expect', () => pick(['100-continue', 'x'])),
				...maybe('Upgrade', () => pick(['websocket', 'h2c']))
			},
			pick(methods)
		);
	/** Now and then a byte is another one. */
	const damaged = (text: string) => {
		const at = Math.floor(random() * text.length);
		return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + text.slice(at + 1);
	};
	const wrong: string[] = [];
	const requests = Array.from({ length: rounds }, () => {
		const text = request();
		const isSound = random() > 0.2;
		// Others may be waited for to go on, or closed.
		const isWhole = isSound && !/^CONNECT|^PRI|^X|^get|Content-Length|Transfer|Expect|Upgrade/m.test(text);
		return { text: isSound ? text : damaged(text), isWhole };
	});
	const ask = async () => {
		for (let next = requests.pop(); next !== undefined; next = requests.pop()) {
			const { status } = await rawRequest(address, next.text, next.isWhole ? 60_000 : 50);
			const isAnswer = [200, 206, 304, 308].includes(status) || (status >= 400 && status < 500);
			if (!isAnswer && (next.isWhole || status !== 0))
				wrong.push(`${status} for ${JSON.stringify(next.text)}`);
		}
	};
	await Promise.all(Array.from({ length: 16 }, ask));
	return wrong;
}
