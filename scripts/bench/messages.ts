import type { Readable, Writable } from 'node:stream';

export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Calls `heard` for each message of a stream in the protocol's framing. */
export function readMessages(stream: Readable, heard: (message: Message) => void): void {
  let waiting: Buffer = Buffer.alloc(0);
  stream.on('data', (data: Buffer) => {
    waiting = waiting.length > 0 ? Buffer.concat([waiting, data]) : data;
    for (;;) {
      const end = waiting.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(waiting.toString('latin1', 0, end))?.[1]);
      if (waiting.length < end + 4 + length) return;
      heard(JSON.parse(waiting.toString('utf8', end + 4, end + 4 + length)) as Message);
      waiting = waiting.subarray(end + 4 + length);
    }
  });
}

export function writeMessage(stream: Writable, message: Message): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  stream.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}
