const textKeys: readonly string[] = ['text', 'altText', 'title', 'description']
const silentKeys: readonly string[] = ['buttons', 'extra', 'link', 'profile']

const collect = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(collect)
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (silentKeys.includes(key)) return []
    if (textKeys.includes(key) && typeof item === 'string' && item.trim() !== '') return [item.trim()]
    return collect(item)
  })
}

/** The words of a component, a line each, without its buttons; empty where it has none. Works on malformed ones too. */
export const outputText = (output: unknown): string => collect(output).join('\n')
