const SEOUL_OFFSET_MS = 9 * 60 * 60_000

/** The month an instant falls in at Asia/Seoul, which keeps no summer time, as `2026-11`. */
export function auditMonth(at: Date): string {
  return new Date(at.getTime() + SEOUL_OFFSET_MS).toISOString().slice(0, 7)
}
