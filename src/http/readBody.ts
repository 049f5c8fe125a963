import type { IncomingMessage } from 'node:http'

import { HttpProblem } from './httpProblem.ts'

/**
 * Reads a request's body as it came.
 *
 * @throws {HttpProblem} 413 over `maxBytes`, 400 where the sender breaks off
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const collect = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBytes) return chunks.push(chunk)
      // The rest is let go by unread, or the sender would never get to read the answer.
      request.off('data', collect).resume()
      return reject(tooLarge(maxBytes))
    }
    request.on('data', collect)
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', () => reject(new HttpProblem(400, 'broken_body', 'The body broke off.')))
  })
}

function tooLarge(maxBytes: number): HttpProblem {
  return new HttpProblem(413, 'too_large', `The body is larger than ${maxBytes} bytes.`, { connection: 'close' })
}
