// Plays visits in XState: a batch on standard input, what each turn left and entered on standard
// output. The first argument is the folder that holds XState.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { createActor, createMachine } = createRequire(`${process.argv[2]}/batch.js`)("xstate");

function* guardsOf(states) {
  for (const state of Object.values(states ?? {})) {
    const steps = [...Object.values(state.on ?? {}), state.always ?? []].flat();
    yield* steps.map((step) => step.guard?.type).filter(Boolean);
    yield* guardsOf(state.states);
  }
}

function play(config, turns) {
  let truths = turns[0].truths; // an actor looks for its first state as soon as it is made
  let moves = [];
  const holds = (_, { variable }) => truths[variable];
  const told = (label) => (_, { page }) => moves.push([label, page]);
  const guards = Object.fromEntries([...guardsOf(config.states)].map((type) => [type, holds]));
  const actions = { entered: told("entered"), left: told("left") };
  const actor = createActor(createMachine(config, { guards, actions }));
  return turns.map(({ event, truths: now }) => {
    truths = now;
    moves = [];
    if (event) actor.send({ type: event });
    else actor.start();
    return moves;
  });
}

const batch = JSON.parse(readFileSync(0, "utf8"));
const played = batch.map(({ config, plays }) => plays.map((turns) => play(config, turns)));
process.stdout.write(JSON.stringify(played));
