import type { Vault } from '../../src/consent/vault.ts'
import type { Finding, NameRole } from './personalData.ts'

type Known = { readonly value: string; readonly role: NameRole | undefined }

/** Shorter names are everyday syllables when they stand alone. */
const FULL_NAME = /^[가-힣]{3,}$|^[A-Za-z]+(?:[\s-][A-Za-z]+)+$/

/** Full names said before, or elsewhere in the message, where they now stand without the title that gave them away. */
export function findEchoes(said: string, vault: Vault, findings: readonly Finding[]): readonly Finding[] {
  const echoes: Finding[] = []
  for (const { value, role } of knownNames(said, vault, findings)) {
    for (let start = said.indexOf(value); start >= 0; start = said.indexOf(value, start + value.length)) {
      const end = start + value.length
      const isFree = [...findings, ...echoes].every((other) => end <= other.start || start >= other.end)
      const isWord = !/[가-힣A-Za-z]$/.test(said.slice(0, start)) && !/^[A-Za-z]/.test(said.slice(end))
      if (isFree && isWord) echoes.push({ start, end, type: 'name', ...(role ? { role } : {}) })
    }
  }
  return echoes
}

function knownNames(said: string, vault: Vault, findings: readonly Finding[]): readonly Known[] {
  const before = vault.flatMap(({ type, value }): readonly Known[] =>
    type === 'name' || type === 'staff_name' ? [{ value, role: type === 'staff_name' ? 'staff' : undefined }] : [],
  )
  const here = findings.flatMap(({ type, start, end, role }): readonly Known[] =>
    type === 'name' ? [{ value: said.slice(start, end), role }] : [],
  )
  const known = new Map([...before, ...here].map((name) => [name.value, name]))
  return [...known.values()].filter(({ value }) => FULL_NAME.test(value))
}
