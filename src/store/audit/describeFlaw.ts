import type { AuditFlaw } from './verifyAudit.ts'

const PROBLEMS: Readonly<Record<AuditFlaw['problem'], string>> = {
  entry_unlike: 'an entry is not as it was written',
  entry_missing: 'an entry is missing',
  entry_astray: 'there are entries that belong to no segment',
  segment_unlike: 'a segment is not as it was written',
  head_unlike: 'the chain is not the one an anchor was taken of',
  head_missing: 'the chain is shorter than when an anchor was taken',
}

/** One line for operators: what does not fit, and where first. */
export function describeFlaw({ problem, segment, sequence, at }: AuditFlaw): string {
  const where = [
    segment === undefined ? [] : [`segment ${segment}`],
    sequence === undefined ? [] : [`sequence ${sequence}`],
    at === undefined ? [] : [at.toISOString()],
  ].flat()
  return `${[PROBLEMS[problem], ...where].join(', ')} (${problem}).`
}
