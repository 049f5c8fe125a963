import { hasProgram } from './hasProgram.ts'

/** Command words before a program's own, which make the kernel end it when this process dies, however it dies. */
export const leash: readonly string[] = hasProgram('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', '--'] : []
