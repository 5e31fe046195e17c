// A real OpenID provider for the tests, on loopback: node provider.mjs <port> <redirect uri> <page after signing off>
// Whoever writes a name into its form is that person. It prints one line when it listens.
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

const [port, entry, after] = process.argv.slice(2)
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'wf',
    client_secret: 'a-secret-of-the-test-and-of-nothing-else',
    redirect_uris: [entry],
    post_logout_redirect_uris: [after],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  cookies: { keys: ['only-for-tests'] },
  pkce: { required: () => true },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
})
createServer(provider.callback()).listen(Number(port), '127.0.0.1', () => console.log('provider is ready'))
