import { createHash } from 'node:crypto'

import { build } from 'esbuild'

/** Browser code, ready to be sent. */
export type Bundle = { readonly code: string; readonly etag: string }

/**
 * Bundles a browser entry file the first time it is asked for, and keeps it.
 *
 * @param entry file under `src/web`
 * @returns a function that answers the same bundle every time; a failed build is tried again at the next call
 */
export function createBundle(entry: URL): () => Promise<Bundle> {
  let bundle: Promise<Bundle> | undefined
  return () => {
    bundle ??= buildBundle(entry).catch((error: unknown) => {
      bundle = undefined
      throw error
    })
    return bundle
  }
}

async function buildBundle(entry: URL): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [entry.pathname],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  return { code, etag: `"${createHash('sha256').update(code).digest('base64url').slice(0, 22)}"` }
}
