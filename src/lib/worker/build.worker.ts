import type { Port, Request, Response } from './protocol.ts';
import { serve } from './serve.ts';

serve(self as unknown as Port<Response, Request>);
