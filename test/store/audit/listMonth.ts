import type { AuditLine, AuditReader } from '../../../src/audit/ports.ts'

/** Every line of a month at once. */
export async function listMonth(audit: Pick<AuditReader, 'readMonth'>, month: string): Promise<readonly AuditLine[]> {
  const lines: AuditLine[] = []
  for await (const line of audit.readMonth(month)) lines.push(line)
  return lines
}
