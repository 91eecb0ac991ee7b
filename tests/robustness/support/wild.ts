/** Values that no application sends on purpose. */
import * as fc from 'fast-check'

const KNOWN_TROUBLE = [
  '', ' ', '\u0000', '\u0000\u0001\u001f', '\t', '\r\n', '\u007f', '\ufeff', '\u202e', '\ud800', '💥'.repeat(20), 'é', 'ß'.repeat(300),
  'null', 'undefined', 'true', 'false', '0', '-1', '1.5', '1e309', '-0', 'NaN', 'Infinity', '99999999999999999999', '0x10',
  '[]', '{}', '[null]', '{"a":', '[object Object]', '{"id_token":null}', '{"id_token":{"sub":{"value":1}}}', '{"userinfo":[]}', '[{"type":1}]', '[{"type":"__proto__"}]',
  '{"id_token":{"acr":{"essential":true,"values":["x"]}}}', '{"id_token":{"acr":{"value":"x"}}}', '{"id_token":{"auth_time":{"essential":true}}}', '{"__proto__":{"x":1}}',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'then', 'length',
  '%', '%zz', '%ff', '%00', '%c0%af', '%25', '+', '&', '=', ';', '#', '?', '../../../etc/passwd', "' OR 1=1 --", '<script>', '${x}', '*',
  'http://', 'http://[::', 'http://%', 'http://localhost:99999/', 'https://a@b:c@d/', 'javascript:alert(1)', 'data:,x', 'urn:', 'a:b', '//x', 'about:blank',
  'https://localhost/#x', 'http://localhost', 'https://photobox.test/api', 'https://nowhere.test', 'urn:ietf:params:oauth:request_uri:x', 'https://client.invalid/metadata.json',
  'openid', 'openid openid', 'openid  profile', 'offline_access', 'code', 'none', 'token', 'code none', 'none login', 'login consent', 'query', 'jwt', 'form_post.jwt',
  'S256', 'plain', 'urn:valetkey:acr:second-factor', 'authorization_code', 'alice', 'carol', 'nobody', 'a'.repeat(2000), 'a.b.c', 'e30.e30.e30', 'eyJhbGciOiJub25lIn0.e30.',
  'eyJ.eyJ.', '.', '..', '....', 'Basic Og==', 'Bearer', 'DPoP x',
]

export const wildText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KNOWN_TROUBLE) },
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.json({ maxDepth: 2 }),
  fc.webUrl(),
)

/** Query strings and bodies of bytes: percent garbage, broken UTF-8, and anything at all. */
export const wildBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.constantFrom(
    Uint8Array.of(0xc3, 0x28), Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xed, 0xa0, 0x80), Uint8Array.of(0xf0, 0x9f, 0x92), Uint8Array.of(0),
    Buffer.from('client_id=%ff&scope=\xff\xfe&%=%', 'latin1'), Buffer.from('&&&===&&&'), Buffer.from('a[b][c]=1&a[]=2'), Buffer.from('{'), Buffer.from('[1,2'), Buffer.from('"'),
    Buffer.from('null'), Buffer.from('[]'), Buffer.from('1'), Buffer.from('"x"'), Buffer.from('{"__proto__":{"a":1}}'), Buffer.from(`${'['.repeat(5000)}`), Buffer.from(`${'{"a":'.repeat(2000)}`),
  ),
)
