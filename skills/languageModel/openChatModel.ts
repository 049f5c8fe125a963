import type { z } from 'zod'

/** How a server is made to answer in a shape; not every server knows every way. */
export const STRUCTURED_OUTPUTS = ['jsonSchema', 'functionCalling', 'jsonMode'] as const

/** Which model, and how it is reached. */
export type ModelSettings = {
  /** `provider:model`, as langchain's `initChatModel` takes it. */
  readonly model: string
  /** Absent: the provider's own address. */
  readonly baseUrl?: string | undefined
  readonly apiKey?: string | undefined
  readonly structuredOutput: (typeof STRUCTURED_OUTPUTS)[number]
}

/** What we use of langchain's chat models. */
export type ChatModel = {
  withStructuredOutput<T extends Record<string, unknown>>(
    shape: z.ZodType<T>,
    options: { readonly name: string; readonly method: ModelSettings['structuredOutput'] },
  ): {
    invoke(
      messages: { readonly role: 'system' | 'user'; readonly content: string }[],
      options: { readonly signal: AbortSignal },
    ): Promise<T>
  }
}

/**
 * Switches of the library's that would carry people's words somewhere else, or onto the console, because somebody set a
 * variable for another program. They are read at every call.
 */
const SWITCHED_OFF = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
  'LANGCHAIN_VERBOSE',
  'LANGSMITH_GATEWAY',
] as const

/**
 * Loads langchain (0.4 s, 150 MB) and opens the model. The provider's own package is loaded by its name: those of OpenAI and of
 * Ollama are installed, and most servers speak the one or the other.
 *
 * @throws when the provider is unknown or its package is not installed
 */
export async function openChatModel({ model, baseUrl, apiKey }: ModelSettings): Promise<ChatModel> {
  for (const name of SWITCHED_OFF) process.env[name] = 'false'
  const { initChatModel } = await import('langchain/chat_models/universal')
  return initChatModel(model, {
    maxRetries: 0,
    verbose: false,
    // Where no key is needed the client still wants one.
    apiKey: apiKey ?? (baseUrl === undefined ? undefined : 'none'),
    configuration: { baseURL: baseUrl, fetch: fetchDirectly, logLevel: 'off' },
    // The same, as Ollama's client calls it.
    fetch: fetchDirectly,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  })
}

// A redirect would carry the words to an address nobody consented to.
const fetchDirectly: typeof fetch = (address, init) => fetch(address, { ...init, redirect: 'error' })
