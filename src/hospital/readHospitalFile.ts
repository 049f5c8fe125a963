import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import { type Hospital, hospitalSchema } from './hospital.ts'

/** The invented hospital that runs when no HOSPITAL_FILE is named. */
export const SAMPLE_HOSPITAL_FILE = new URL('sample.yaml', import.meta.url).pathname

/** What is wrong with a hospital file, each problem with its place. */
export class HospitalFileError extends Error {
  readonly code = 'hospital_file_invalid'
  readonly problems: readonly string[]

  constructor(path: string, problems: readonly string[]) {
    super(`The hospital file ${path} cannot be used: ${problems.join('; ')}.`)
    this.problems = problems
  }
}

/**
 * Reads and checks a hospital file.
 *
 * @throws {HospitalFileError} listing every problem at once
 */
export function readHospitalFile(path: string): Hospital {
  const parsed = hospitalSchema.safeParse(readYaml(path))
  if (parsed.success) return parsed.data
  throw new HospitalFileError(
    path,
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'} ${issue.message}`),
  )
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new HospitalFileError(path, [cause instanceof Error ? cause.message : 'cannot be read'])
  }
}
