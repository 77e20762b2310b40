"""Syria Chronicle: YAML event records in, Markdown pages and a finished static site out.

Data flows one way; a module may import only what its line lists (a test walks the imports).

    problem
    vocabulary
    spelling     nothing
    dates        nothing
    escape       nothing
    address      vocabulary
    source       problem
    model        vocabulary, dates
    schema       model
    load         model, source, problem, spelling
    lines        model
    archive      model, lines, dates, load
    checks       archive, load, lines, model, vocabulary, dates, problem, spelling
    language     dates
    render       archive, lines, model, vocabulary, dates, language, address, escape
    write        problem
    sites        problem
    finish       problem
    serve        problem
    commands     everything
"""
