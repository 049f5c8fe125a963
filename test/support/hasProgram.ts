import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether `program` can be run by its name alone. */
export function hasProgram(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
