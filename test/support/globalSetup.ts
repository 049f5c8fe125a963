import { startTestServer } from './testServer.ts'

// Jest calls the default export, once, before all suites.
export default startTestServer
