import { reported } from './reported.ts';
import { prepareSite } from './site/prepare.ts';

process.exitCode = await reported((signal) => prepareSite(process.env.CORPUSCOPE_DATASET, signal));
