import { stopTestServer } from './testServer.ts'

// Jest calls the default export, once, after all suites.
export default stopTestServer
