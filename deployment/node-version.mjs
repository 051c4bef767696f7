// Imported before anything else, so that an old Node is told so and does not fail on something obscure.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  console.error(`Tally needs Node 20.12 or newer; this is Node ${process.versions.node}. Install a current one from https://nodejs.org and try again.`);
  process.exit(1);
}
