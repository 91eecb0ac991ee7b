/** In place of screens that are not there: what to do about it. */
export const MISSING_SCREENS = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The screens are missing · Valet Key</title>
<h1>The screens are missing</h1>
<p>The issuer and the management API are running. The files that the screens consist of are not where the program looks for them.</p>
<p>In a checkout, run <code>npm run build</code> and load this page again. Otherwise, install Valet Key anew.</p>
</html>
`

export const MISSING_SCREENS_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
