/** The same tree of sentences in another language: every key of the Korean, none besides. */
export type Messages<T> = { readonly [K in keyof T]: T[K] extends string ? string : Messages<T[K]> }

/** Some of those sentences in easier words; the others stay as they are. */
export type Easier<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Easier<T[K]> }
