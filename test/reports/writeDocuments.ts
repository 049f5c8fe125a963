import { writeFileSync } from 'node:fs'

import { DOCUMENTS } from './documents.ts'

// `npm run docs`: makes the documents that are made from the code.
for (const { path, make } of DOCUMENTS) writeFileSync(new URL(`../../${path}`, import.meta.url), make())
