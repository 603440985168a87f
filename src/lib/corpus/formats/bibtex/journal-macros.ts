/** Names of journals that the Astrophysics Data System writes as macros of the AASTeX package. */
const macros = new Map(
	Object.entries({
		...{
			aj: 'The Astronomical Journal',
			apj: 'The Astrophysical Journal',
			aap: 'Astronomy and Astrophysics'
		},
		apjl: 'The Astrophysical Journal Letters',
		apjs: 'The Astrophysical Journal Supplement Series',
		araa: 'Annual Review of Astronomy and Astrophysics',
		...{
			icarus: 'Icarus',
			nat: 'Nature',
			sci: 'Science',
			solphys: 'Solar Physics',
			ssr: 'Space Science Reviews'
		},
		jcap: 'Journal of Cosmology and Astroparticle Physics',
		jgr: 'Journal of Geophysical Research',
		grl: 'Geophysical Research Letters',
		mnras: 'Monthly Notices of the Royal Astronomical Society',
		pasp: 'Publications of the Astronomical Society of the Pacific',
		pasj: 'Publications of the Astronomical Society of Japan',
		...{
			physrep: 'Physics Reports',
			planss: 'Planetary and Space Science',
			psj: 'The Planetary Science Journal'
		},
		...{
			prd: 'Physical Review D',
			prl: 'Physical Review Letters',
			rmxaa: 'Revista Mexicana de Astronomía y Astrofísica'
		}
	})
);

/** The name of a journal that may be a macro such as `\apj`. */
export function journalName(text: string | null): string | null {
	return text === null ? null : (macros.get(/^\\([a-z]+)$/.exec(text.trim())?.[1] ?? '') ?? text);
}
