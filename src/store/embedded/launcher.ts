import { spawn, type ChildProcess, type SpawnOptions, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { userInfo } from 'node:os'

/** Whose files must be. */
export type Owner = { readonly uid: number; readonly gid: number }

/** How PostgreSQL's programs are started here: as whom, and so that they do not outlive this process. */
export type Launcher = {
  /** The owner that PostgreSQL's files must have. */
  readonly owner: Owner
  launch(program: string, args: readonly string[], stdio: StdioOptions): ChildProcess
}

/** Who starts it; `hasName` is false for a uid that no user database knows, as containers often have. */
export type LaunchUser = Owner & { readonly hasName: boolean }

/** Says whether a command runs and ends well on this machine. */
export type Works = (command: readonly [string, ...string[]]) => Promise<boolean>

// A fixed environment: PostgreSQL needs none of the application's settings, least of all its secrets.
const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C', TZ: 'UTC' }

// In a group of its own, so that Ctrl-C reaches the application alone, which then stops the server in its turn.
const ownGroup = { detached: true, env } as const

const nobody = { uid: 65534, gid: 65534 } as const

/**
 * Finds the way for this user. PostgreSQL refuses an effective uid of 0 and one without a name in the user database.
 * In a user namespace it has another one (nobody's) while its files stay this user's; where namespaces are refused,
 * root starts it as nobody. `setpriv --pdeathsig` (both programs are util-linux's) makes the kernel send the server
 * into a fast shutdown when the application dies.
 */
export async function findLauncher(user: LaunchUser, works: Works = runs): Promise<Launcher> {
  const leash = ['setpriv', '--pdeathsig', 'INT', '--'] as const
  const leashed = (await works([...leash, 'true'])) ? leash : []
  const namespace = ['unshare', '--user', '--'] as const
  if ((user.uid === 0 || !user.hasName) && (await works([...namespace, 'true'])))
    return { owner: user, launch: launchWith([...namespace, ...leashed], ownGroup) }
  if (user.uid === 0) return { owner: nobody, launch: launchWith(leashed, { ...ownGroup, ...nobody }) }
  return { owner: user, launch: launchWith(leashed, ownGroup) }
}

/** The user of this process. */
export function currentUser(): LaunchUser {
  const { getuid, getgid } = process
  return { uid: getuid?.() ?? 0, gid: getgid?.() ?? 0, hasName: hasName() }
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function launchWith(prefix: readonly string[], options: SpawnOptions): Launcher['launch'] {
  return (program, args, stdio) => {
    const [command = program, ...rest] = [...prefix, program, ...args]
    return spawn(command, rest, { ...options, stdio })
  }
}

async function runs([command, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  try {
    const [code] = await once(spawn(command, args, { env, stdio: 'ignore' }), 'exit')
    return code === 0
  } catch {
    return false
  }
}
