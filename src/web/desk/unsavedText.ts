const PREFIX = 'sori.desk.unsaved.'

/** What a person wrote on one ticket and the server has not got yet. */
export type UnsavedText = {
  find(): string | undefined
  keep(text: string): void
  forget(): void
}

/**
 * Keeps unsaved text in this window only, until it is saved: it outlives a sign-out and a reload, and goes with the
 * window. Where the browser forbids storage, nothing is kept.
 */
export function createUnsavedText(personId: string, ticketNumber: string): UnsavedText {
  const key = `${PREFIX}${personId}.${ticketNumber}`
  return {
    find: () => attempt(() => sessionStorage.getItem(key)) ?? undefined,
    keep: (text) => attempt(() => sessionStorage.setItem(key, text)),
    forget: () => attempt(() => sessionStorage.removeItem(key)),
  }
}

/** Tells whether anything is kept in this window. */
export function hasUnsavedText(): boolean {
  return keptKeys().length > 0
}

/** Drops what others wrote in this window; without a person, everything. */
export function forgetUnsavedTextOfOthers(personId?: string): void {
  for (const key of keptKeys()) {
    if (personId === undefined || !key.startsWith(`${PREFIX}${personId}.`))
      attempt(() => sessionStorage.removeItem(key))
  }
}

function keptKeys(): readonly string[] {
  return attempt(() => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))) ?? []
}

function attempt<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
