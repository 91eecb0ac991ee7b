export const FLOW_HELP = `valetkey flow: walk through a grant from its first request to the last, unattended

  valetkey flow list [--json]   every walkthrough, with its variants and layers
  valetkey flow run ID          walk one, in a playground of its own on free ports

  --issuer URL           walk at an issuer that runs elsewhere, as --client, registered there; where a person has to
                         sign in, the address to open is printed
  --client-secret TEXT   the secret of that application (better: VALETKEY_CLIENT_SECRET)
  --ui-port N            the browser comes back to http://localhost:N/callback (default: any free port)
  --answer USER          whom the playground answers the issuer's pages for (default: alice)
  --client ID            the application that walks it (default: one that fits)
  --second-client ID     the other one, where two take part
  --api IDENTIFIER       the API that is called; at another issuer, the address to call
  --scope SCOPES         what is asked for; several in one, or the flag several times
  --variant NAME         one of the walkthrough's variants
  --layer NAMES          what is put on top, instead of what it has by itself: pkce,dpop ("" for none)
  --data DIR             use the data in this folder, and keep the run there
  --ephemeral            keep everything in memory (the default)
  --config FILE          seed from a file
  --har FILE             save the exchanges of the run as HAR 1.2
  --html FILE            save the run as a page to step through, which the app can open again
  --markdown FILE        save the run as Markdown
  --secrets              show passwords, codes and tokens; left out, they are masked, in the files too
  --json                 one JSON document with all steps, when it is over

Exit code: 0 when it was walked to the end, 1 when it stopped before, 2 for bad usage.
`
