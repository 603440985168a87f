import { reported } from './reported.ts';
import { prepareSite } from './site/prepare.ts';

process.exitCode = await reported((heed) => prepareSite(process.env.CORPUSCOPE_DATASET, heed()));
