import type { Texts } from './texts.ts'

/** What a masked field is called on the page: its label, or its token without the brackets. */
export function fieldName(field: string, texts: Texts): string {
  if (field === 'name' || field === 'phone') return texts.ticket[field]
  return field.replace(/^\[|\]$/g, '')
}
