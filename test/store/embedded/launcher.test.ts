import { describe, expect, it } from '@jest/globals'
import { text } from 'node:stream/consumers'
import { findLauncher, type Launcher } from '../../../src/store/embedded/launcher.ts'

const root = { uid: 0, gid: 0, hasName: true }
const ordinary = { uid: 1000, gid: 1000, hasName: true }
const nameless = { uid: 12345, gid: 12345, hasName: false }
const nobody = { uid: 65534, gid: 65534 }

const commandOf = (launcher: Launcher): readonly string[] => {
  const child = launcher.launch('/no/postgres', ['-D', 'x'], 'ignore')
  child.on('error', () => undefined)
  return child.spawnargs
}

const server = ['/no/postgres', '-D', 'x']
const leash = ['setpriv', '--pdeathsig', 'INT', '--']
const namespace = ['unshare', '--user', '--']

describe('the way PostgreSQL is started', () => {
  it.each([
    ['in a namespace for root', root, [], [...namespace, ...leash, ...server], root],
    ['as nobody for root where namespaces are refused', root, ['unshare'], [...leash, ...server], nobody],
    ['directly for an ordinary user', ordinary, [], [...leash, ...server], ordinary],
    ['in a namespace for a uid without a name', nameless, [], [...namespace, ...leash, ...server], nameless],
    ['without a leash where setpriv is missing', ordinary, ['setpriv'], server, ordinary],
  ])('is %s', async (_, user, missing, command, owner) => {
    const launcher = await findLauncher(user, async ([program]) => !missing.includes(program))
    expect(launcher.owner).toEqual(owner)
    // Only root may start something as somebody else.
    if (owner === nobody && process.getuid?.() !== 0) expect(() => commandOf(launcher)).toThrow('EPERM')
    else expect(commandOf(launcher)).toEqual(command)
  })

  it('hands none of the settings on', async () => {
    const launcher = await findLauncher(ordinary)
    const child = launcher.launch('env', [], ['ignore', 'pipe', 'ignore'])
    const output = child.stdout ? await text(child.stdout) : ''
    expect(output.match(/^\w+(?==)/gm)?.sort()).toEqual(['LANG', 'PATH', 'TZ'])
  })
})
