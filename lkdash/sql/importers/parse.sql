-- How a printed cell becomes a number or a day; NULL where it cannot. Missing cells are NULL before they come here.
create macro cell(trimmed) as
    case when trimmed = '' or trimmed = '-' or trimmed = '--' or trimmed = '–' or trimmed = '—' then null else trimmed end;

create macro bare(x) as
    trim(regexp_replace(trim(replace(x, ' ', ' ')), '^(€|EUR|US\$|USD|\$|£|GBP)\s*|\s*(€|EUR|USD|GBP|%)$', '', 'g'));

-- A formula as spreadsheets know it; records.py has the same rule. Its signs stand before all letters, where few names begin.
create macro is_formula(x) as
    coalesce(
        x < 'A' and (
            starts_with(x, '=')
            or ((starts_with(x, '+') or starts_with(x, '@')) and not regexp_full_match(x, '[+@]([-+]?[0-9][0-9.,]* ?%?)?'))
        ),
        false
    );

-- An account may be a handle: @Klasse.
create macro is_handle(x) as regexp_full_match(x, '@[A-Za-z0-9_]+');

create macro number_dot(x) as
    case when regexp_full_match(x, '-?[0-9]{1,15}(\.[0-9]{1,12})?') then try_cast(x as double)
        when regexp_full_match(x, '-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,12})?') then try_cast(replace(x, ',', '') as double)
        when contains(x, '⎖') then try_cast(replace(x, '⎖', '.') as double) end;

create macro number_comma(x) as
    case when regexp_full_match(x, '-?[0-9]{1,15}') then try_cast(x as double)
        when regexp_full_match(x, '-?[0-9]{1,15}(,[0-9]{1,12})?') then try_cast(replace(x, ',', '.') as double)
        when regexp_full_match(x, '-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,12})?')
            then try_cast(replace(replace(x, '.', ''), ',', '.') as double)
        when contains(x, '⎖') then try_cast(replace(x, '⎖', '.') as double) end;

create macro day_of(x, day_first) as
    case when regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?') then try_cast(left(x, 10) as date)
        when regexp_full_match(x, '[0-9]{8}') then try_strptime(x, '%Y%m%d')::date
        when regexp_full_match(x, '[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}') then
            case when day_first then try_strptime(replace(replace(x, '-', '/'), '.', '/'), '%d/%m/%Y')
                else try_strptime(replace(replace(x, '-', '/'), '.', '/'), '%m/%d/%Y') end::date
        else coalesce(
            try_strptime(x, '%a, %b %d, %Y'), try_strptime(x, '%b %d, %Y'), try_strptime(x, '%B %d, %Y'),
            try_strptime(x, '%d %b %Y'), try_strptime(x, '%d %B %Y'))::date end;
