"""Syria Chronicle: YAML event records in, Markdown pages and a finished static site out.

Data flows one way; a room may import only what its line lists (a test walks the imports), and each
line builds on those above it. A subpackage is one room.

    problem      nothing
    spelling     nothing
    dates        nothing
    escape       nothing
    vocabulary   nothing
    address      nothing
    tokens       nothing
    characters   nothing
    source       problem, characters
    model        vocabulary, dates
    schema       model
    draft        model, source
    faults       model, draft, spelling
    load         model, source, draft, faults, problem, spelling
    history      load
    lines        model, vocabulary
    archive      model, vocabulary, lines, load
    checks       model, vocabulary, dates, lines, load, source, problem, spelling
    language     dates, escape
    geography    vocabulary
    search       model, archive, language, address, tokens
    export       model, vocabulary, schema, dates, lines, archive, language, geography, address,
                 search, tokens
    render       model, vocabulary, dates, lines, archive, language, geography, address, escape,
                 export
    ucdp         model, vocabulary, dates, source, load, lines, archive, checks, language, problem
    write        nothing
    offline      language, address, export, problem
    datasets     archive, checks, language, load, ucdp, write, address, problem, spelling
    parallel     nothing
    blocks       nothing
    sites        problem, parallel
    finish       problem, search, parallel
    serve        problem
    commands     everything
"""
