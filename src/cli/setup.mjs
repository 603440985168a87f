// Plain JavaScript, because it runs before anything is installed: makes node_modules match package-lock.json.
import { install } from './install.mjs';

install(process.argv.includes('--quiet'));
