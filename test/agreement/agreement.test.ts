import { evaluate } from "../../src/index.ts";
import { agreement } from "./contract.ts";
import { oneByOne } from "./executor.ts";
import { engine, onStoredNumbers, settingsAsDefaults, typedModules } from "./executors.ts";
import { reference } from "./reference.ts";

agreement("the reference itself", reference);
agreement("evaluate", oneByOne(evaluate));
agreement("evaluate on a fit that was stored", onStoredNumbers);
agreement("a ruleset that has the settings for its defaults", settingsAsDefaults);
agreement("the typed modules", typedModules);
agreement("json-rules-engine", engine);
