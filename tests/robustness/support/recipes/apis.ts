import { get, sendJson } from '../draft.ts'
import { dpopParts, signJwt } from '../signer.ts'
import type { Recipe } from './parts.ts'

export const API_RECIPES: readonly Recipe[] = [
  { name: 'APIs', make: () => get('/apis') },
  {
    name: 'contacts',
    make: ({ tokens }) => get('/apis/organizer/contacts', {}, { authorization: `Bearer ${tokens.jwt}` }),
  },
  {
    name: 'a new contact',
    status: 201,
    make: ({ tokens }) =>
      sendJson(
        'POST',
        '/apis/organizer/contacts',
        { name: 'Zed', email: 'zed@example.test' },
        { authorization: `Bearer ${tokens.jwt}` },
      ),
  },
  {
    name: 'pictures',
    make: ({ tokens }) => get('/apis/photobox/pictures', {}, { authorization: `Bearer ${tokens.opaque}` }),
  },
  {
    name: 'pictures with DPoP',
    make: ({ tokens, program }) =>
      get(
        '/apis/photobox/pictures',
        {},
        {
          authorization: `DPoP ${tokens.bound}`,
          dpop: signJwt(dpopParts('GET', `${program.issuer}/apis/photobox/pictures`, tokens.bound)),
        },
      ),
  },
  {
    name: 'geocode',
    make: ({ tokens }) =>
      get('/apis/world-mappers/geocode', { q: 'Berlin' }, { authorization: `Bearer ${tokens.maps}` }),
  },
  {
    name: 'route',
    make: ({ tokens }) =>
      get(
        '/apis/world-mappers/route',
        { from: '52.5,13.4', to: '48.1,11.6' },
        { authorization: `Bearer ${tokens.maps}` },
      ),
  },
  {
    name: 'MCP',
    make: ({ tokens }) =>
      sendJson(
        'POST',
        '/apis/agents/mcp',
        {
          jsonrpc: '2.0',
          id: 1,
          method: 'initialize',
          params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
        },
        { authorization: `Bearer ${tokens.agents}`, accept: 'application/json, text/event-stream' },
      ),
  },
]
