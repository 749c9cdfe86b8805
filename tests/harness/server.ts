// The web as the tests see it: real host names, served from here. One server speaks TLS, one speaks plain
// HTTP and is the proxy that brings Firefox to both.
import { createServer as createPlain, type IncomingMessage, type Server as PlainServer, type ServerResponse } from "node:http";
import { createServer as createSecure } from "node:https";
import { connect, type AddressInfo, type Server, type Socket } from "node:net";
import { deflateSync } from "node:zlib";

import { certificate } from "./certificate";

export interface Served {
  body: string | Buffer;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
  /** How long it takes, in milliseconds. */
  after?: number;
}

export interface Web {
  /** Port of TLS, port of plain HTTP and of the proxy. */
  secure: number;
  plain: number;
  /** Serves something at `host/path?query`, over http and https. */
  serve(address: string, what: Served): void;
  /** Every address that was asked for. */
  asked: string[];
  close(): Promise<void>;
}

export async function startWeb(): Promise<Web> {
  const pages = new Map<string, Served>();
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // A request to a proxy names the whole address.
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "nowhere.test"}`);
    const address = `${url.hostname}${url.pathname}${url.search}`;
    asked.push(address);
    const { body, type, status, headers, after = 0 } = pages.get(address) ?? fallback(url.pathname);
    setTimeout(() => {
      response.writeHead(status ?? 200, { "content-type": type ?? "text/html; charset=utf-8", ...headers });
      response.end(body);
    }, after);
  };
  const secure = createSecure(certificate(), answer);
  const plain = createPlain(answer);
  const ports = { secure: await listen(secure), plain: await listen(plain) };
  // A tunnel is no request, so no server closes it; and one that is paused keeps a server waiting, but not Node running.
  const sockets = new Set<Socket>();
  for (const server of [secure, plain]) {
    server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
  }
  plain.on("connect", (_request: IncomingMessage, client, head: Buffer) => {
    const upstream = connect(ports.secure, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  return {
    ...ports,
    asked,
    serve: (address, what) => void pages.set(address, what),
    close: async () => {
      const closed = [secure, plain].map(close);
      sockets.forEach((socket) => socket.destroy());
      await Promise.all(closed);
    },
  };
}

function fallback(path: string): Served {
  if (/\.(png|jpg|gif)$/.test(path)) {
    return { body: PICTURE, type: "image/png", headers: { "cache-control": "max-age=600" } };
  }
  return { body: "not here", type: "text/plain", status: 404 };
}

/** A grey picture of 8 by 5. */
const PICTURE = picture(8, 5);

export function picture(width: number, height: number): Buffer {
  return png(width, height, [200, 208, 214]);
}

function png(width: number, height: number, colour: [number, number, number]): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(pixels)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: PlainServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
