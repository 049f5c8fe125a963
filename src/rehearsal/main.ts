import { parseArgs } from 'node:util'

import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../hospital/readHospitalFile.ts'
import { createRehearsal } from './createRehearsal.ts'

/** `npm run rehearsal -- --product URL [--port N] [--hospital FILE]`: the stand-ins alone, apart from the product. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      product: { type: 'string', default: 'http://127.0.0.1:3978' },
      port: { type: 'string', default: '3979' },
      hospital: { type: 'string', default: SAMPLE_HOSPITAL_FILE },
    },
  })
  const rehearsal = await createRehearsal({
    productUrl: values.product.replace(/\/$/, ''),
    hospital: readHospitalFile(values.hospital),
    host: '127.0.0.1',
    port: Number(values.port),
  })
  console.log(`# The page: ${rehearsal.pageUrl}\n# Start the product with:`)
  for (const [name, value] of Object.entries(rehearsal.environment)) console.log(`${name}=${value}`)
  const stop = (): void => void rehearsal.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

await main()
