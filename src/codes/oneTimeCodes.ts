/** How long a code is good for. */
export const CODE_TTL_MS = 10 * 60_000
const CODE_DIGITS = 6

/** Keeps codes by their hashes alone. */
export type CodeStore = {
  /** Keeps a code for a subject, with all its tries; an earlier one is no longer good. */
  saveCode(subjectHash: string, codeHash: string, expiresAt: Date): Promise<void>
  /** Compares and counts in one step; a right code is used up. @returns false when wrong, too old or tried too often */
  tryCode(subjectHash: string, codeHash: string, now: Date): Promise<boolean>
}

/** One-time codes: six digits, ten minutes, five tries. What the database holds opens nothing. */
export type OneTimeCodes = {
  /**
   * Makes a code that whoever holds `subject` (a request, a number, an address) is to bring back.
   * The one made before for the same purpose and subject is no longer good.
   */
  issue(purpose: string, subject: string): Promise<string>
  /** Tells whether `code` is the one issued; a right one is used up. False also when too old or tried too often. */
  tryCode(purpose: string, subject: string, code: string): Promise<boolean>
}

/** Builds the codes over a store. Sending a code, and limiting how often one is asked for, is the caller's part. */
export function createOneTimeCodes(deps: {
  readonly store: CodeStore
  readonly hash: (purpose: string, value: string) => string
  readonly randomInt: (below: number) => number
  readonly now: () => Date
}): OneTimeCodes {
  const { store, hash, randomInt, now } = deps
  const subjectHash = (purpose: string, subject: string): string => hash(`one_time_subject.${purpose}`, subject)
  // The subject is in it, so that equal codes of two people do not look alike.
  const codeHash = (purpose: string, subject: string, code: string): string =>
    hash(`one_time_code.${purpose}`, `${subjectHash(purpose, subject)}:${code}`)

  return {
    async issue(purpose, subject) {
      const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
      const expiresAt = new Date(now().getTime() + CODE_TTL_MS)
      await store.saveCode(subjectHash(purpose, subject), codeHash(purpose, subject, code), expiresAt)
      return code
    },
    tryCode: (purpose, subject, code) =>
      store.tryCode(subjectHash(purpose, subject), codeHash(purpose, subject, code), now()),
  }
}
