import { readArguments } from './arguments.ts';
import { reported } from './reported.ts';
import { buildPages, pageFolders } from './site/build-site.ts';
import { prepareSite } from './site/prepare.ts';
import { serveUntilStopped } from './site/show.ts';

const usage = `npm start [-- --dataset FOLDER]

Prepares the papers of data/ (or takes a dataset made by "npm run -s corpuscope -- build"), builds the site
when something has changed, and serves it on this machine.

  --dataset FOLDER   the dataset to show, also as a .corpuscope.zip; CORPUSCOPE_DATASET does the same
  --build-only       stop when the site is built
  --help             this text

PORT chooses the port; without it, 4173 or the next free one. HOST chooses the address to listen on (127.0.0.1);
without it, only names of this machine are answered.`;

process.exitCode = await reported(async (heed) => {
	const { values } = readArguments({
		args: process.argv.slice(2),
		options: {
			dataset: { type: 'string' },
			'build-only': { type: 'boolean' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help) {
		console.log(usage);
		return;
	}
	const signal = heed();
	await prepareSite(values.dataset ?? process.env.CORPUSCOPE_DATASET, signal);
	await buildPages('site', signal);
	if (values['build-only']) return;
	await serveUntilStopped({ page: pageFolders.site }, { opens: false }, signal);
});
