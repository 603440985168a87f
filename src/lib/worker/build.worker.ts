import type { Port, Request, Response } from './protocol.ts';
import { serve } from './serve.ts';
import { holdLife } from '../threads/life.ts';

holdLife(navigator.locks, self.name);
serve(self as unknown as Port<Response, Request>);
