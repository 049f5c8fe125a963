import { readFile, rm, writeFile } from 'node:fs/promises'

/**
 * Points `exports` of the package at what is built (`dist`, before packing) or back at the sources (`src`, after it).
 * Inside this repository the sources run as they are; node strips no types of an installed package. npm knows no
 * `publishConfig.exports`, so the manifest itself changes for the moment of packing. Doing it twice changes nothing.
 */
const manifestUrl = new URL('../package.json', import.meta.url)
const distUrl = new URL('../dist', import.meta.url)

const toDist = (manifest: string): string =>
  manifest.replaceAll(/"\.\/src\/(.+)\.ts"/gu, '{ "types": "./dist/$1.d.ts", "default": "./dist/$1.js" }')

const toSrc = (manifest: string): string =>
  manifest.replaceAll(/\{ "types": "\.\/dist\/.+?\.d\.ts", "default": "\.\/dist\/(.+?)\.js" \}/gu, '"./src/$1.ts"')

const isPacking = process.argv[2] === 'dist'
const manifest = await readFile(manifestUrl, 'utf8')
await writeFile(manifestUrl, isPacking ? toDist(manifest) : toSrc(manifest))
if (!isPacking) await rm(distUrl, { recursive: true, force: true })
