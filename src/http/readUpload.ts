import type { IncomingMessage } from 'node:http'

import { HttpProblem } from './httpProblem.ts'
import { readBody } from './readBody.ts'
import { parseJson } from './readJson.ts'

const maxBytes = 10 * 1024 * 1024

/** What a Direct Line upload holds: an activity, absent where only files were sent, and one entry for each file. */
export type Upload = { readonly activity: unknown; readonly files: readonly object[] }

/**
 * Reads `multipart/form-data` with a part `activity` and parts `file`. Of the files nothing is kept.
 *
 * @throws {HttpProblem} 413 over 10 MB, 400 for what is no such form
 */
export async function readUpload(request: IncomingMessage): Promise<Upload> {
  const form = await parseForm(await readBody(request, maxBytes), request.headers['content-type'] ?? '')
  const activity = form.get('activity')
  const text = activity instanceof File ? await activity.text() : activity
  return { activity: text === null ? undefined : parseJson(text), files: form.getAll('file').map(() => ({})) }
}

async function parseForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw new HttpProblem(400, 'invalid_form', 'The body is not multipart/form-data.')
  }
}
