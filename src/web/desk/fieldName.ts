import { fill, type Texts } from './texts.ts'

/** What a masked field is called on the page: its label, or its token without the brackets; photos are numbered. */
export function fieldName(field: string, texts: Texts): string {
  if (field === 'name' || field === 'phone') return texts.ticket[field]
  const [, number] = /^photo:(\d+)$/.exec(field) ?? []
  if (number !== undefined) return fill(texts.photos.one, { number })
  return field.replace(/^\[|\]$/g, '')
}
