import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { withFormats } from '../../support/formats-document.ts';
import { withSchema } from '../../support/schema-document.ts';

const squeeze = (text: string) => text.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');

const path = 'src/lib/dataset/README.md';

it('the README of the dataset shows the tables as the schema declares them (UPDATE_DOCS=1 rewrites it)', () => {
	const document = readFileSync(path, 'utf8');
	if (process.env.UPDATE_DOCS) writeFileSync(path, withSchema(document));
	expect(squeeze(document)).toContain('<!-- schema -->');
	expect(squeeze(document)).toBe(squeeze(withSchema(document)));
});

it('data/README.md lists the formats as the registry does (UPDATE_DOCS=1 rewrites it)', () => {
	const document = readFileSync('data/README.md', 'utf8');
	if (process.env.UPDATE_DOCS) writeFileSync('data/README.md', withFormats(document));
	expect(squeeze(document)).toContain('<!-- formats -->');
	expect(squeeze(document)).toBe(squeeze(withFormats(document)));
});
