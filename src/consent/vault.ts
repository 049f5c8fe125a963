/** Personal data that a text holds as a token, each with its value kept apart. `number`: a run of digits nobody could place. */
export const TOKEN_TYPES = [
  'phone',
  'email',
  'address',
  'patient_no',
  'name',
  'staff_name',
  'birthdate',
  'car_plate',
  'number',
] as const
export type TokenType = (typeof TOKEN_TYPES)[number]

/** What one token, such as `[이름1]`, stands for. */
export type VaultEntry = { readonly token: string; readonly type: TokenType; readonly value: string }

/** The values behind the tokens of a conversation's or a ticket's texts; encrypted with them, and gone with them. */
export type Vault = readonly VaultEntry[]

/** The entries whose tokens occur in `texts`; what was said elsewhere is nobody's business here. */
export function vaultOf(vault: Vault, texts: readonly (string | undefined)[]): Vault {
  return vault.filter(({ token }) => texts.some((text) => text?.includes(token)))
}
