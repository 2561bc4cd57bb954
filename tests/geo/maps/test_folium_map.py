"""folium builds the map: the same bytes every time, nothing from another host."""

from geo.maps.folium_map import MAP_NAME, files, folium_map, script


def test_the_map_is_the_same_bytes_every_time():
    first, second = (folium_map("l.js", "a.js", "s.css").get_root().render() for _ in range(2))
    assert first == second


def test_the_page_that_folium_writes_loads_only_the_files_it_was_given():
    page = folium_map("l.js", "a.js", "s.css").get_root().render()
    assert "://" not in page
    assert [part.split('"')[0] for part in page.split('<script src="')[1:]] == ["l.js", "a.js"]
    assert 'href="s.css"' in page


def test_the_script_for_the_screen_is_folium_s_own_and_holds_both_layers_of_the_atlas():
    text = script()
    assert f"var {MAP_NAME} = L.map(" in text
    assert "Atlas.areas({" in text
    assert f"addTo({MAP_NAME})" in text
    assert "Atlas.points(" in text
    assert "://" not in text


def test_leaflet_runs_before_the_atlas_and_the_atlas_before_the_map():
    assert list(files()) == ["leaflet", "atlas", "style", "folium"]
