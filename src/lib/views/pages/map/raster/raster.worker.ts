import { RasterHost } from './raster-host.ts';

const host = new RasterHost((response, transfer) => postMessage(response, { transfer }));
addEventListener('message', ({ data }) => void host.hear(data));
