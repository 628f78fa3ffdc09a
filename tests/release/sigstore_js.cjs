// An outside judge: Sigstore's own verifier in JavaScript. One JSON object a line on standard input, one verdict a line on standard output.
// In: {bundle, root, artifact (base 64), keys: {hint: PEM}, identity: {subjectAlternativeName, issuer}}; out: {"accepted": true} or {"refused": "why"}.
"use strict";
const { createRequire } = require("node:module");
const path = require("node:path");
const load = createRequire(path.join(process.argv[2], "judge.cjs"));
const { bundleFromJSON } = load("@sigstore/bundle");
const { TrustedRoot } = load("@sigstore/protobuf-specs");
const { toSignedEntity, toTrustMaterial, Verifier } = load("@sigstore/verify");

function judged({ bundle, root, artifact, keys, identity }) {
  try {
    const found = Object.fromEntries(Object.entries(keys || {}).map(([hint, pem]) => [hint, { rawBytes: pem }]));
    const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(root), found));
    const entity = toSignedEntity(bundleFromJSON(bundle), Buffer.from(artifact, "base64"));
    const policy = identity && { subjectAlternativeName: identity.subjectAlternativeName, extensions: { issuer: identity.issuer } };
    verifier.verify(entity, policy);
    return { accepted: true };
  } catch (error) {
    return { refused: `${error.code || error.name}: ${error.message}` };
  }
}

const lines = require("node:fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) console.log(JSON.stringify(judged(JSON.parse(line))));
