export { startTestServer, type TestServer } from './testServer.ts'
