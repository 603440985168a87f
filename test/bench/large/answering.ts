import { openAnswering } from '../../../src/cli/dataset/answering.ts';
import { answers } from '../../../src/cli/site/answers.ts';
import { serve } from '../../../src/cli/site/serve.ts';
import { allowance } from '../../../src/cli/site/show.ts';

// The server of `corpuscope serve --answers server`, without the page, which would have to be built.
const [, , folder = ''] = process.argv;
const { queries } = await openAnswering(folder, allowance);
const listener = answers(queries, allowance.seconds);
console.log((await serve({ page: folder, dataset: folder, answers: listener }, process.env)).address);
