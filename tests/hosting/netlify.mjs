// Reads the headers and redirects of a site with the packages that Netlify itself reads them with; prints them as JSON.
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const [headersFile, netlifyConfigPath] = process.argv.slice(2);
const headers = await parseAllHeaders({ headersFiles: [headersFile], netlifyConfigPath, configHeaders: [], minimal: true });
const redirects = await parseAllRedirects({ redirectsFiles: [], netlifyConfigPath, configRedirects: [], minimal: true });
console.log(
  JSON.stringify({
    headers: headers.headers,
    redirects: redirects.redirects,
    errors: [...headers.errors, ...redirects.errors].map(String),
  }),
);
