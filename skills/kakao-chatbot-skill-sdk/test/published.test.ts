import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

const run = promisify(execFile)
const workspace = fileURLToPath(new URL('..', import.meta.url))
const repository = join(workspace, '../..')
const modules = join(repository, 'node_modules')
const env = { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter), NODE_OPTIONS: '' }

let folder: string
let project: string
let readmeExamples: readonly string[]
const children: ChildProcess[] = []

/** Packs a copy, because packing changes the manifest for a moment and other tests read it meanwhile. */
const pack = async (): Promise<string> => {
  const copy = join(folder, 'skills/sdk')
  await cp(workspace, copy, { recursive: true, filter: (path) => !/(?:node_modules|dist|\.tgz)$/u.test(path) })
  await cp(join(repository, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  await symlink(modules, join(folder, 'node_modules'))
  const before = await readFile(join(copy, 'package.json'), 'utf8')
  await run('npm', ['pack', '--offline', '--pack-destination', folder], { cwd: copy, env })
  expect(await readFile(join(copy, 'package.json'), 'utf8')).toBe(before)
  expect(await readdir(copy)).not.toContain('dist')
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  return join(folder, tarball ?? 'no tarball')
}

/** zod comes from this repository; nothing is fetched. */
const installInEmptyProject = async (tarball: string): Promise<void> => {
  project = join(folder, 'project')
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }')
  const local = ['zod', '@types/node', 'undici-types'].map((name) => join(modules, name))
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball, ...local], { cwd: project, env })
}

const readExamples = async (): Promise<readonly string[]> => {
  const readme = await readFile(join(project, 'node_modules/kakao-chatbot-skill-sdk/README.md'), 'utf8')
  return [...readme.matchAll(/```ts\n(.+?)```/gsu)].map(([, code = '']) => code)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-'))
  await installInEmptyProject(await pack())
  readmeExamples = await readExamples()
}, 60_000)
afterAll(async () => {
  for (const child of children) child.kill()
  await rm(folder, { recursive: true, force: true })
})

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const untilServing = async (url: string): Promise<void> => {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.status === 405) return
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
}

describe('the package, installed in an empty project', () => {
  const installed = () => join(project, 'node_modules/kakao-chatbot-skill-sdk')

  it('brings plain JavaScript with types, and needs nothing but zod', async () => {
    const manifest = JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8')) as Record<string, object>
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(['zod'])
    expect(Object.keys(manifest)).not.toContain('devDependencies')
    expect(manifest).toMatchObject({ type: 'module', sideEffects: false, license: 'MIT', engines: { node: '>=22.1' } })
    expect(JSON.stringify(manifest.exports)).not.toContain('/src/')
    expect((await readdir(installed())).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ])
    const files = await readdir(join(installed(), 'dist'), { recursive: true })
    expect(files.filter((name) => name.includes('.') && !/\.(?:js|d\.ts)$/u.test(name))).toEqual([])
  })

  it('type-checks every example of the README, its own declarations included', async () => {
    expect(readmeExamples.length).toBeGreaterThan(5)
    await Promise.all(readmeExamples.map((code, at) => writeFile(join(project, `example${at}.ts`), code)))
    const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2024', types: ['node'] }
    await writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: false }, include: ['*.ts'] }),
    )
    const checked = await run('tsc', ['-p', '.'], { cwd: project, env }).catch((error: unknown) => error)
    expect((checked as { readonly stdout: string }).stdout).toBe('')
  })

  it("runs the README's first example, and its last one as a test of it", async () => {
    await writeFile(join(project, 'server.ts'), readmeExamples[0] ?? '')
    await writeFile(join(project, 'bot.test.ts'), readmeExamples.at(-1) ?? '')
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/`
    children.push(spawn('node', ['server.ts'], { cwd: project, env: { ...env, PORT: String(port) }, stdio: 'inherit' }))
    await untilServing(url)
    const tested = await run('node', ['--test', '--test-reporter=tap', 'bot.test.ts'], {
      cwd: project,
      env: { ...env, SKILL_URL: url },
    }).catch((error: unknown) => error)
    expect((tested as { readonly stdout: string }).stdout).toMatch(/# pass 5\n# fail 0/u)
  })
})

describe('the package, bundled for the edge', () => {
  /** Everything one entry exports, for no platform in particular: an import of node would not resolve. */
  const bundle = async (entry: string): Promise<Buffer> => {
    const [source, out] = [join(project, 'entry.js'), join(project, 'bundle.js')]
    await writeFile(source, `export * from '${entry}'`)
    const options = ['--bundle', '--minify', '--format=esm', '--platform=neutral', `--outfile=${out}`]
    await run('esbuild', [source, ...options], { cwd: project, env })
    return readFile(out)
  }

  it('is under 20 kB gzipped, zod included', async () => {
    const bytes = gzipSync(await bundle('kakao-chatbot-skill-sdk'), { level: 9 }).byteLength
    expect(bytes).toBeLessThan(20_000)
  })

  it.each(['parameters', 'secure-images', 'validation', 'reading'])('needs no node for %s', async (part) => {
    expect((await bundle(`kakao-chatbot-skill-sdk/${part}`)).byteLength).toBeGreaterThan(0)
  })

  it('leaves out what is not imported', async () => {
    const size = (await bundle('kakao-chatbot-skill-sdk/reading')).byteLength
    expect(size).toBeLessThan((await bundle('kakao-chatbot-skill-sdk')).byteLength)
  })
})
