/** What Node says when a connection comes to nothing, in words with a way out. */
const TRUST =
  'Start Valet Key with NODE_EXTRA_CA_CERTS naming the certificate of whoever signed it, or use an address that this machine trusts.'

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers there. Is it running, and is the port right?',
  ECONNRESET: 'It closed the connection without an answer. Is the scheme right, http or https?',
  UND_ERR_SOCKET: 'It closed the connection without an answer. Is the scheme right, http or https?',
  ENOTFOUND: 'There is no such host. Is the name spelt right?',
  EAI_AGAIN: 'The name of the host could not be looked up. Is this machine online?',
  ETIMEDOUT: 'It did not answer in time. Is it reachable from this machine?',
  UND_ERR_CONNECT_TIMEOUT: 'It did not answer in time. Is it reachable from this machine?',
  EHOSTUNREACH: 'There is no way to this host from here. Is this machine in the right network?',
  ENETUNREACH: 'There is no way to this host from here. Is this machine online?',
  HPE_INVALID_CONSTANT: 'It does not speak HTTP there. Is the scheme right, http or https?',
  EPROTO: 'It does not speak TLS there. Is the scheme right, http or https?',
  ERR_SSL_WRONG_VERSION_NUMBER: 'It does not speak TLS there. Is the scheme right, http or https?',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'It does not speak TLS there. Is the scheme right, http or https?',
  DEPTH_ZERO_SELF_SIGNED_CERT: `Its certificate is signed by itself, so this machine does not trust it. ${TRUST}`,
  SELF_SIGNED_CERT_IN_CHAIN: `Its certificate goes back to one that this machine does not trust. ${TRUST}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `Its certificate is signed by somebody whom this machine does not know. ${TRUST}`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `Its certificate is signed by somebody whom this machine does not know. ${TRUST}`,
  CERT_HAS_EXPIRED: 'Its certificate has expired. Whoever runs it has to renew it.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another host name. Use the name that stands in it.',
}

/** Undefined for one that nobody has words for. */
export function explainNetworkCode(code: string | undefined): string | undefined {
  return code === undefined ? undefined : WORDS[code]
}
