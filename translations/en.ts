<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Core</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n guest(s) run</source>
        <translation>
            <numerusform>%1 of %n guest runs</numerusform>
            <numerusform>%1 of %n guests run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s), both sides UpToDate</source>
        <translation>
            <numerusform>%n resource, both sides UpToDate</numerusform>
            <numerusform>%n resources, both sides UpToDate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>quorate, %1 of %n vote(s)</source>
        <translation>
            <numerusform>quorate, %1 of %n vote</numerusform>
            <numerusform>quorate, %1 of %n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no quorum, %1 of %n vote(s)</source>
        <translation>
            <numerusform>no quorum, %1 of %n vote</numerusform>
            <numerusform>no quorum, %1 of %n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) do not run</source>
        <translation>
            <numerusform>%n guest does not run</numerusform>
            <numerusform>%n guests do not run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not known whether %n guest(s) run</source>
        <translation>
            <numerusform>Not known whether %n guest runs</numerusform>
            <numerusform>Not known whether %n guests run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the node ids leave a gap: the highest is %1 for %n node(s)</source>
        <translation>
            <numerusform>the node ids leave a gap: the highest is %1 for %n node</numerusform>
            <numerusform>the node ids leave a gap: the highest is %1 for %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>two_node is for exactly two nodes, not for %n node(s)</source>
        <translation>
            <numerusform>two_node is for exactly two nodes, not for %n node</numerusform>
            <numerusform>two_node is for exactly two nodes, not for %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 differ between the copies, in %n place(s)</source>
        <translation>
            <numerusform>%1 differ between the copies, in %n place</numerusform>
            <numerusform>%1 differ between the copies, in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) of %1 stop at once; those of HA start again elsewhere: %2</source>
        <translation>
            <numerusform>%n guest of %1 stops at once; in HA, it starts again elsewhere: %2</numerusform>
            <numerusform>%n guests of %1 stop at once; those of HA start again elsewhere: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) are shut down and nobody goes on: %1. For the start, remember that %2 stops last</source>
        <translation>
            <numerusform>%n guest is shut down and nobody goes on: %1. For the start, remember that %2 stops last</numerusform>
            <numerusform>%n guests are shut down and nobody goes on: %1. For the start, remember that %2 stops last</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n HA guest(s) stop and start again on %1, an outage: %2. Emptying the node first has none</source>
        <translation>
            <numerusform>%n HA guest stops and starts again on %1, an outage: %2. Emptying the node first has none</numerusform>
            <numerusform>%n HA guests stop and start again on %1, an outage: %2. Emptying the node first has none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n HA guest(s) of %1 stop and start nowhere, as rgmanager is not seen running on another node: %2</source>
        <translation>
            <numerusform>%n HA guest of %1 stops and starts nowhere, as rgmanager is not seen running on another node: %2</numerusform>
            <numerusform>%n HA guests of %1 stop and start nowhere, as rgmanager is not seen running on another node: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) of %1 stop with it and start nowhere else: %2</source>
        <translation>
            <numerusform>%n guest of %1 stops with it and starts nowhere else: %2</numerusform>
            <numerusform>%n guests of %1 stop with it and start nowhere else: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n HA guest(s) may start on %1 then: %2</source>
        <translation>
            <numerusform>%n HA guest may start on %1 then: %2</numerusform>
            <numerusform>%n HA guests may start on %1 then: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rgmanager stops what it does not own as it starts: %n guest(s) that run on %1, %2</source>
        <translation>
            <numerusform>rgmanager stops what it does not own as it starts: %n guest that runs on %1, %2</numerusform>
            <numerusform>rgmanager stops what it does not own as it starts: %n guests that run on %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ActionText</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::CardFacts</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>quorate, %1 of %n vote(s)</source>
        <translation>
            <numerusform>quorate, %1 of %n vote</numerusform>
            <numerusform>quorate, %1 of %n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no quorum, %1 of %n vote(s)</source>
        <translation>
            <numerusform>no quorum, %1 of %n vote</numerusform>
            <numerusform>no quorum, %1 of %n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ConfComparePage</name>
    <message numerus="yes">
        <source>%n line(s) differ</source>
        <translation>
            <numerusform>%n line differs</numerusform>
            <numerusform>%n lines differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed by both</source>
        <translation>
            <numerusform>%n of them changed by both</numerusform>
            <numerusform>%n of them changed by both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in what they say</source>
        <translation>
            <numerusform>%n change in what they say</numerusform>
            <numerusform>%n changes in what they say</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ConfDiffModel</name>
    <message numerus="yes">
        <source>%n line(s) alike</source>
        <translation>
            <numerusform>%n line alike</numerusform>
            <numerusform>%n lines alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ConfFindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ConfFindings</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ExercisePanel</name>
    <message numerus="yes">
        <source>%n thing(s) still to reach</source>
        <translation>
            <numerusform>%n thing still to reach</numerusform>
            <numerusform>%n things still to reach</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::Inspector</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::JournalNotice</name>
    <message numerus="yes">
        <source>The program ended in the middle of %n action(s)</source>
        <translation>
            <numerusform>The program ended in the middle of %n action</numerusform>
            <numerusform>The program ended in the middle of %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::JournalText</name>
    <message numerus="yes">
        <source>%n line(s), all as they were written</source>
        <translation>
            <numerusform>%n line, as it was written</numerusform>
            <numerusform>%n lines, all as they were written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::LockPrompt</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n characters.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::LogView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) no longer kept</source>
        <translation>
            <numerusform>%n older line no longer kept</numerusform>
            <numerusform>%n older lines no longer kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::MainWindow</name>
    <message numerus="yes">
        <source>%n action(s) running</source>
        <translation>
            <numerusform>%n action running</numerusform>
            <numerusform>%n actions running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::ProgramLogView</name>
    <message numerus="yes">
        <source>%1 of %n line(s) noted since the program started; at most 2,000 are kept. What looks like a password is left out.</source>
        <translation>
            <numerusform>%1 of %n line noted since the program started; at most 2,000 are kept. What looks like a password is left out.</numerusform>
            <numerusform>%1 of %n lines noted since the program started; at most 2,000 are kept. What looks like a password is left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gui::Tour</name>
    <message numerus="yes">
        <source>%n picture(s) saved in %1</source>
        <translation>
            <numerusform>%n picture saved in %1</numerusform>
            <numerusform>%n pictures saved in %1</numerusform>
        </translation>
    </message>
</context>
</TS>
